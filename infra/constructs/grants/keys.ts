import { versionedKeysSaid } from '../../../shared/vault/versioned-keys.ts'
import type { KeyUse } from '../../purpose.ts'
import type { Data } from '../../stacks/data.ts'
import { keyUses } from '../key-policy.ts'
import { allow, type Granted, type Resources } from './granted.ts'

type Grant = { use: KeyUse; variable: string; value: string; keys: readonly string[] }

/** Of a key that can be replaced, every version that is live; what may be done with which of them is in their own policies. */
const versionsGrant = (use: KeyUse, variable: string, live: ReadonlyMap<string, { keyArn: string }>): Grant => {
  const named = [...live].map(([version, { keyArn }]) => ({ version, keyId: keyArn }))
  return { use, variable, value: versionedKeysSaid(named), keys: named.map(({ keyId }) => keyId) }
}

const keyGrantOf = (
  use: KeyUse,
  { dataKey, materialKey, macKey, indexKeys, auditRoots, certificateKeys }: Data,
): Grant => {
  if (use === 'index') return versionsGrant(use, 'INDEX_KEYS', indexKeys)
  if (use === 'attest' || use === 'show_attesting') return versionsGrant(use, 'ATTESTING_KEYS', certificateKeys)
  if (use === 'sign') {
    const { keyArn } = auditRoots.signingKey
    return { use, variable: 'SIGNING_KEY', value: keyArn, keys: [keyArn] }
  }
  if (use === 'seal_material' || use === 'open_material') {
    const { keyArn } = materialKey
    return { use, variable: 'MATERIAL_KEY_ID', value: keyArn, keys: [keyArn] }
  }
  const [variable, { keyArn }] = use === 'mac' ? ['MAC_KEY_ID', macKey] : ['DATA_KEY_ID', dataKey]
  return { use, variable, value: keyArn, keys: [keyArn] }
}

/** One statement for an action, however many uses it has. */
export const keyGrants = (uses: readonly KeyUse[], { data }: Resources): Granted[] => {
  const grants = uses.map((use) => keyGrantOf(use, data))
  const alike = Map.groupBy(grants, ({ use }) => keyUses[use])
  return [...alike].map(([{ action, conditions }, all]) => ({
    environment: Object.fromEntries(all.map(({ variable, value }) => [variable, value])),
    statements: [allow([action], [...new Set(all.flatMap((one) => one.keys))], conditions)],
  }))
}
