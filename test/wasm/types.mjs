// Reads the page's types (web/src/core/types.gen.ts) and holds real values against them, so that a
// type cannot promise what the core does not give. Only the notation of src/app/shapes.h is known;
// anything else is an error.
import { readFileSync } from "node:fs";

const TOKEN = /\s*(?:\/\*[^]*?\*\/\s*|\/\/[^\n]*\s*)*([A-Za-z_]\w*|"[^"]*"|[{}[\]();:?|&=,])/y;

function tokens(text) {
  const found = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (!match) throw new Error(`not understood: ${text.slice(at, at + 40)}`);
    found.push(match[1]);
  }
  return found;
}

class Parser {
  constructor(text) {
    this.rest = tokens(text);
    this.at = 0;
  }
  peek() {
    return this.rest[this.at];
  }
  take(wanted) {
    const token = this.rest[this.at++];
    if (wanted !== undefined && token !== wanted) throw new Error(`"${wanted}" expected, not "${token}"`);
    return token;
  }
  has(token) {
    if (this.peek() !== token) return false;
    ++this.at;
    return true;
  }

  file() {
    const types = new Map();
    while (this.peek() !== undefined) {
      this.take("export");
      const what = this.take();
      const name = this.take();
      if (what === "type") {
        this.take("=");
        types.set(name, this.type());
        this.take(";");
      } else if (what === "interface") {
        const parents = this.has("extends") ? [{ is: "name", name: this.take() }] : [];
        const own = this.fields();
        types.set(name, parents.length > 0 ? { is: "all", parts: [...parents, own] } : own);
      } else throw new Error(`"${what}" is not known`);
    }
    return types;
  }

  type() {
    this.has("|");
    const parts = [this.both()];
    while (this.has("|")) parts.push(this.both());
    return parts.length > 1 ? { is: "any", parts } : parts[0];
  }
  both() {
    const parts = [this.list()];
    while (this.has("&")) parts.push(this.list());
    return parts.length > 1 ? { is: "all", parts } : parts[0];
  }
  list() {
    let type = this.single();
    while (this.has("[")) {
      this.take("]");
      type = { is: "list", of: type };
    }
    return type;
  }
  single() {
    if (this.has("(")) {
      const type = this.type();
      this.take(")");
      return type;
    }
    if (this.peek() === "{") return this.fields();
    const word = this.take();
    if (word.startsWith('"')) return { is: "word", word: word.slice(1, -1) };
    if (["string", "number", "boolean", "null", "true", "unknown"].includes(word)) return { is: word };
    return { is: "name", name: word };
  }
  fields() {
    this.take("{");
    const fields = new Map();
    let each = null;
    while (!this.has("}")) {
      if (this.has("[")) {
        this.take();
        this.take(":");
        this.take("string");
        this.take("]");
        this.take(":");
        each = this.type();
      } else {
        const name = this.take().replaceAll('"', "");
        const optional = this.has("?");
        this.take(":");
        fields.set(name, { type: this.type(), optional, seen: false });
      }
      this.has(";");
    }
    return { is: "object", fields, each };
  }
}

export class Types {
  constructor(text) {
    this.types = new Parser(text).file();
    this.methods = this.types.get("Methods").fields;
  }

  /** What is wrong with a value, or "". `side`: "input" or "output". */
  check(method, side, value) {
    const field = this.methods.get(method);
    if (!field) return `${method} has no type`;
    return this.wrong(field.type.fields.get(side).type, value, side) ?? "";
  }

  /** Fields that no value checked so far had. */
  *unseen() {
    const visited = new Set();
    const walk = function* (type, path) {
      if (visited.has(type)) return;
      visited.add(type);
      for (const part of type.parts ?? []) yield* walk(part, path);
      if (type.of) yield* walk(type.of, path);
      if (type.each) yield* walk(type.each, path);
      for (const [name, field] of type.fields ?? []) {
        if (!field.seen) yield `${path}.${name}`;
        yield* walk(field.type, `${path}.${name}`);
      }
    };
    for (const [name, type] of this.types) if (name !== "Methods") yield* walk(type, name);
    for (const [name, { type }] of this.methods) {
      for (const side of ["input", "output"]) yield* walk(type.fields.get(side).type, `${name} ${side}`);
    }
  }

  wrong(type, value, path) {
    switch (type.is) {
      case "name": {
        const named = this.types.get(type.name);
        if (!named) throw new Error(`there is no type ${type.name}`);
        return this.wrong(named, value, path);
      }
      case "unknown":
        return undefined;
      case "null":
        return value === null ? undefined : `${path} is not null`;
      case "true":
        return value === true ? undefined : `${path} is not true`;
      case "word":
        return value === type.word ? undefined : `${path} is ${JSON.stringify(value)}, not "${type.word}"`;
      case "list":
        if (!Array.isArray(value)) return `${path} is not a list`;
        return first(value, (item, index) => this.wrong(type.of, item, `${path}/${index}`));
      case "any":
        return this.wrongForAll(type, value, path);
      case "all":
      case "object":
        return this.wrongObject(this.flat(type), value, path);
      default:
        return typeof value === type.is ? undefined : `${path} is not a ${type.is}`;
    }
  }

  wrongForAll(type, value, path) {
    const reasons = [];
    for (const part of type.parts) {
      const reason = this.wrong(part, value, path);
      if (reason === undefined) return undefined;
      reasons.push(reason);
    }
    return reasons.join(", or ");
  }

  /** The objects that together make up this one. */
  flat(type) {
    if (type.is === "object") return [type];
    if (type.is === "all") return type.parts.flatMap((part) => this.flat(part));
    if (type.is === "name") return this.flat(this.types.get(type.name));
    throw new Error(`& joins objects only, not ${type.is}`);
  }

  wrongObject(parts, value, path) {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return `${path} is not an object`;
    const fields = parts.flatMap((part) => [...part.fields]);
    const each = parts.find((part) => part.each)?.each;
    for (const [name, field] of fields) {
      if (!(name in value) && !field.optional) return `${path}/${name} is missing`;
    }
    const known = new Map(fields);
    const reason = first(Object.entries(value), ([name, item]) => {
      const type = known.get(name)?.type ?? each;
      return type ? this.wrong(type, item, `${path}/${name}`) : `${path}/${name} is not in the type`;
    });
    if (reason === undefined) for (const name of Object.keys(value)) if (known.has(name)) known.get(name).seen = true;
    return reason;
  }
}

function first(list, find) {
  let index = 0;
  for (const item of list) {
    const found = find(item, index++);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function pageTypes() {
  return new Types(readFileSync(new URL("../../web/src/core/types.gen.ts", import.meta.url), "utf8"));
}
