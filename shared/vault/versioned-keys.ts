/** A key of KMS, and which version it is of one that can be replaced. */
export type VersionedKey = { version: string; keyId: string }

/** The keys in a variable of a function, `v2=<key> v1=<key>`: the one that is written or signs first. None of nothing. */
export const versionedKeysIn = (text = ''): VersionedKey[] =>
  text.split(' ').flatMap((one) => {
    const [version, keyId] = one.split('=')
    return version && keyId ? [{ version, keyId }] : []
  })

/** The same keys as a variable. */
export const versionedKeysSaid = (keys: readonly VersionedKey[]): string =>
  keys.map(({ version, keyId }) => `${version}=${keyId}`).join(' ')
