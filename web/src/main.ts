// The beginning: theme and texts first, so that something can be read at once; the core loads beside
// it, and the check waits for it.
import { mount } from "svelte";
import App from "./App.svelte";
import { start } from "./app/start.svelte";
import "./style/tokens.css";
import "./style/base.css";

const target = document.getElementById("app");
if (target === null) throw new Error("index.html has no #app");
await start();
mount(App, { target });
