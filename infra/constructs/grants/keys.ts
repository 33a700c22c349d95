import type { KeyUse } from '../../purpose.ts'
import type { Data } from '../../stacks/data.ts'
import { keyUses } from '../key-policy.ts'
import { allow, type Granted, type Resources } from './granted.ts'

type Grant = { use: KeyUse; variable: string; value: string; keys: readonly string[] }

const keyGrantOf = (
  use: KeyUse,
  { dataKey, materialKey, macKey, indexKeys, auditRoots, certificateKey }: Data,
): Grant => {
  const live = [...indexKeys]
  if (use === 'index')
    return {
      use,
      variable: 'INDEX_KEYS',
      value: live.map(([version, { keyArn }]) => `${version}=${keyArn}`).join(' '),
      keys: live.map(([, { keyArn }]) => keyArn),
    }
  if (use === 'sign') {
    const { keyArn } = auditRoots.signingKey
    return { use, variable: 'SIGNING_KEY', value: keyArn, keys: [keyArn] }
  }
  if (use === 'attest' || use === 'show_attesting') {
    const { keyArn } = certificateKey
    return { use, variable: 'CERTIFICATE_KEY', value: keyArn, keys: [keyArn] }
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
