// A load that failed may be tried again by the next element.
/**
 * @template T
 * @param {() => Promise<T>} act
 */
export const once = (act) => {
  let result;
  return () => (result ??= act().catch((error) => {
    result = undefined;
    throw error;
  }));
};
