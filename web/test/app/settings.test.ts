import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { choices, outfits, skins, takeSettings } from "../../src/app/settings.svelte";
import { LimberError } from "../../src/core";
import { Lab } from "../../src/core/lab";
import { knowledge, wasmFolder } from "../core/machine";

vi.stubGlobal("document", { documentElement: { dataset: {} } });

describe("settings from a record", () => {
  it("are taken over", () => {
    takeSettings({ skin: 4, clothes: 1, units: "us", voiceRate: 1.15 });
    expect(choices).toMatchObject({ skin: 4, clothes: 1, units: "us", voiceRate: 1.15 });
  });

  it("are left alone where they are not what they should be", () => {
    takeSettings({ skin: 3, clothes: 2, units: "metric" });
    takeSettings({ skin: 6, clothes: 1.5, units: "cubits", theme: 7 });
    expect(choices).toMatchObject({ skin: 3, clothes: 2, units: "metric", theme: "system" });
  });
});

describe("the figure's looks", () => {
  const lab = new Lab(new WebAssembly.Module(readFileSync(`${wasmFolder}/limber_lab.wasm`)), knowledge);
  const drawn = (skin: number, clothes: number) => lab.call("figure.track", { technique: "chin_tuck", skin, clothes });
  const colours = (role: string, tracks: ReturnType<typeof drawn>[]) =>
    new Set(tracks.map((track) => track.paths.find((path) => path.role === role)?.colour));

  it("are as many skins as the core draws, each another", () => {
    const tracks = Array.from({ length: skins }, (_, skin) => drawn(skin, 0));
    expect(colours("skin", tracks).size).toBe(skins);
    expect(() => drawn(skins, 0)).toThrow(LimberError);
  });

  it("are as many clothes as the core draws, each another", () => {
    const tracks = Array.from({ length: outfits }, (_, clothes) => drawn(2, clothes));
    expect(colours("shirt", tracks).size).toBe(outfits);
    expect(() => drawn(2, outfits)).toThrow(LimberError);
  });
});
