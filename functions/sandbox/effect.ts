/** What a mode of a fault means at a stand-in; undefined for none, and for one that this stand-in does not know. */
export const effectIn = <Effect>(
  modes: Readonly<Record<string, Effect>>,
  mode: string | undefined,
): Effect | undefined => (mode !== undefined && Object.hasOwn(modes, mode) ? modes[mode] : undefined)
