// The Keller-Miksis ensemble in WebAssembly: builds the kernels with clang and wasi-libc into a
// temporary folder, runs a sample of KM-256 in this Node, prints one JSON object per result.
// Usage: node bench/km_wasm.mjs
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), 'km-wasm-'));
const report = (name, value, unit, note) => console.log(JSON.stringify({ name, value, unit, note }));

function compiler() {
  for (const name of ['clang++-22', 'clang++-19']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch { /* try the next */ }
  }
  throw new Error('no clang with WebAssembly: install clang-22 and libc++-22-dev-wasm32');
}

try {
  const output = join(folder, 'km.wasm');
  const sources = ['src/joint/ensemble_km.cpp', 'src/joint/ensemble_km_scalar.cpp',
    'src/joint/ensemble_km_vec128.cpp', 'bench/km/wasm.cpp'].map((name) => join(root, name));
  execFileSync(compiler(), ['--target=wasm32-wasi', '-Wno-deprecated', '-mexec-model=reactor',
    '-std=c++23', '-O3', '-msimd128', '-fno-exceptions', '-fno-rtti', `-I${root}/src`,
    `-I${root}/include`, ...sources, '-o', output, '-Wl,--strip-all'], { stdio: ['ignore', 'inherit', 'inherit'] });
  const module = await WebAssembly.compile(readFileSync(output));
  const nothing = () => 0;
  const imports = {};
  for (const { module: from, name } of WebAssembly.Module.imports(module))
    (imports[from] ??= {})[name] = nothing;
  const { exports } = await WebAssembly.instantiate(module, imports);
  exports._initialize?.();

  exports.km_run_points(128, 256, 2);  // also lets the engine finish compiling
  const error = Math.abs(exports.km_point_128(0) - 4.066036212359);
  report('km.wasm.point_128.x_max_error', error, '1', 'against the long double reference');
  for (const [name, lanes] of [['simd128', 2], ['scalar', 1]]) {
    const start = process.cpuUsage();
    const runs = exports.km_run_points(8, 16, lanes);
    const seconds = process.cpuUsage(start).user * 1e-6;
    report(`km.wasm.${name}`, runs / seconds, 'runs/s',
      `${runs} points of KM-256, one thread, Node ${process.version}, ${readFileSync(output).length} bytes`);
  }
  if (!(error < 1e-9)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
