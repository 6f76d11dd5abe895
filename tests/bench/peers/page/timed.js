/** Milliseconds of `work`. */
export async function timed(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
