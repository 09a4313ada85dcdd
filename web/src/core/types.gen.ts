// The types of every use-case's input and output.
export type Methods = Record<string, { input: Record<string, unknown>; output: Record<string, unknown> }>;
