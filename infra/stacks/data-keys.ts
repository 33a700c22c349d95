import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Key, type KeyProps, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms'
import type { Construct } from 'constructs'
import { FIRST_VERSION } from '../../shared/kernel/versioned.ts'
import { keyPolicy } from '../constructs/key-policy.ts'
import type { KeyUse } from '../purpose.ts'
import type { Site } from '../site.ts'
import { versionsUpTo } from '../versions.ts'

/** The live versions of a key, the one that is written or signs first. */
type LiveKeys = ReadonlyMap<string, Key>

export type DataKeys = {
  /** Wraps the data keys of verifications. */
  dataKey: Key
  /** Wraps those of materials. */
  materialKey: Key
  /** HMAC key of the blind indexes of phones, number segments and last fours, and of people under the first version. */
  macKey: Key
  /** HMAC keys that people are indexed under by now. */
  indexKeys: LiveKeys
  /** Sign what anybody is told of certificates: the first what is told now, the others what is kept of it. */
  certificateKeys: LiveKeys
}

/** Makes a key with a policy for these uses. */
type Making = (id: string, uses: readonly KeyUse[], more: KeyProps) => Key

const making = (scope: Construct, site: Site): Making => {
  const production = site.config.stage === 'production'
  return (id, uses, more) =>
    new Key(scope, id, {
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      pendingWindow: Duration.days(production ? 30 : 7),
      policy: keyPolicy(scope, site, uses),
      ...more,
    })
}

/** Makes every version of a key up to the newest that is live; answers those that are live, in their order. */
const keyVersions = (live: readonly string[], make: (version: string) => Key): LiveKeys => {
  const made = new Map(versionsUpTo(live).map((version) => [version, make(version)]))
  // Of a retired version too: CloudFormation takes back no name that another stack may still use.
  for (const key of made.values()) Stack.of(key).exportValue(key.keyArn)
  return new Map(
    live.flatMap((version): [string, Key][] => {
      const key = made.get(version)
      return key ? [[version, key]] : []
    }),
  )
}

/** KMS does not rotate keys that sign; whoever checks a statement asks which there are. */
const certificateKeys = (make: Making, live: readonly string[]): LiveKeys => {
  const uses = (version: string): KeyUse[] => [
    ...(version === live[0] ? (['attest'] as const) : []),
    ...(live.includes(version) ? (['show_attesting'] as const) : []),
  ]
  return keyVersions(live, (version) =>
    make(version === FIRST_VERSION ? 'CertificateKey' : `CertificateKey ${version}`, uses(version), {
      keySpec: KeySpec.ECC_NIST_P256,
      keyUsage: KeyUsage.SIGN_VERIFY,
      description: `Signs what anybody is told of certificates, version ${version}`,
    }),
  )
}

/** KMS does not rotate HMAC keys, and a blind index must outlive rotation; a new key is a new version of the index. */
const indexKeys = (make: Making, live: readonly string[]): Pick<DataKeys, 'macKey' | 'indexKeys'> => {
  const hmacKey = (id: string, uses: readonly KeyUse[], description: string): Key =>
    make(id, uses, { keySpec: KeySpec.HMAC_256, keyUsage: KeyUsage.GENERATE_VERIFY_MAC, description })
  const uses = (version: string): KeyUse[] => (live.includes(version) ? ['index'] : [])
  const macKey = hmacKey(
    'MacKey',
    ['mac', ...uses(FIRST_VERSION)],
    `Blind indexes of identity numbers and phones, version ${FIRST_VERSION}`,
  )
  const versions = keyVersions(live, (version) =>
    version === FIRST_VERSION
      ? macKey
      : hmacKey(`IndexKey ${version}`, uses(version), `Blind indexes of identity numbers, version ${version}`),
  )
  return { macKey, indexKeys: versions }
}

/** The keys of what lasts. In production they stay when their stack goes. */
export const dataKeys = (scope: Construct, site: Site): DataKeys => {
  const make = making(scope, site)
  const { indexVersions, certificateVersions } = site.config
  return {
    dataKey: make('DataKey', ['seal', 'open'], {
      enableKeyRotation: true,
      description: 'Wraps the data key of each verification',
    }),
    materialKey: make('MaterialKey', ['seal_material', 'open_material'], {
      enableKeyRotation: true,
      description: 'Wraps the data key of each picture that is kept',
    }),
    certificateKeys: certificateKeys(make, certificateVersions),
    ...indexKeys(make, indexVersions),
  }
}
