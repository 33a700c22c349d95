/** Opens an account from the secret that holds it, reading answers of at most `maxBytes`; throws when the secret has another form. */
type Open<Parts, Config, Deps> = (parts: Parts, maxBytes: number, secret: unknown) => { config: Config; deps: Deps }

/**
 * Something that talks to a vendor, made from the secret that holds our account there. `parts`: where the vendor is, the limits
 * of one call, the clock. Throws when the secret has another form.
 */
export const fromSecret =
  <Parts, Config, Deps, Made>(
    open: Open<Parts, Config, Deps>,
    make: (config: Config, deps: Deps) => Made,
    maxBytes: number,
  ) =>
  (parts: Parts) =>
  (secret: unknown): Made => {
    const { config, deps } = open(parts, maxBytes, secret)
    return make(config, deps)
  }
