// Every line that ends in "// refused" must not compile, and no other.
import type { LqState } from "../../dist/shigoto-widgets";

const lq = document.createElement("shigoto-lq");
lq.state = { base: "sales" }; // refused
lq.state = { city: "tokyo" }; // refused
lq.state = { sort: "aomori" }; // refused
lq.state = { pillar: "1" }; // refused
console.log(lq.base); // refused
console.log(lq.state.base.length); // refused
lq.state = { lang: "fr" }; // refused
void lq.load(3); // refused
lq.ready = Promise.resolve(); // refused
lq.addEventListener("shigoto-change", ({ detail }) => console.log(detail.year)); // refused
lq.addEventListener("shigoto-painted", ({ detail }) => console.log(detail.seconds)); // refused
document.createElement("shigoto-swot").state = { select: "S-9" }; // refused
document.createElement("shigoto-kpi").state = { year: 2028 }; // refused
const whole: LqState = { base: "output" }; // refused
console.log(whole);
