/**
 * The three functions of the Reflect metadata proposal that @peculiar/x509's container asks for when it is loaded. Nothing of ours
 * uses them; a package for them would be one more thing to trust.
 */
const all = new WeakMap();
const own = (target) => all.get(target) ?? all.set(target, new Map()).get(target);

Reflect.defineMetadata ??= (key, value, target) => void own(target).set(key, value);
Reflect.getOwnMetadata ??= (key, target) => own(target).get(key);
Reflect.getMetadata ??= (key, target) => {
  for (let at = target; at; at = Object.getPrototypeOf(at)) if (own(at).has(key)) return own(at).get(key);
};
