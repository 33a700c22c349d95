import type { Construct } from 'constructs'
import { openChannels } from '../../accounts.ts'
import { type Config, NOT_USED, SANDBOX_SECRET } from '../../config.ts'
import type { Purpose } from '../../purpose.ts'
import { alarmsGrant, watchGrant } from './alarms.ts'
import { rootsGrant } from './audit-roots.ts'
import type { Granted, Resources } from './granted.ts'
import { keyGrants } from './keys.ts'
import { materialGrants } from './materials.ts'
import { deadLettersGrant, sendGrant } from './queues.ts'
import { secretGrant, secretNamesIn } from './secrets.ts'
import { standInTableGrant, tableGrant } from './tables.ts'

const settingsOf = (purpose: Purpose, config: Config): Record<string, string> =>
  purpose.standIn ? { SANDBOX_SETTINGS: config.sandboxSettings } : { SETTINGS: config.settings }

/** Where there is an account, and nothing of it. */
const accountsIn = ({ secrets }: Config): Record<string, string> => ({
  PAYMENT_CHANNELS: openChannels(secrets).join(','),
  ...(secrets.SECRET_WECHAT !== NOT_USED && { WECHAT_CONNECTED: 'yes' }),
})

/** All a function may touch and how it finds it, from its purpose. */
export const grantedTo = (scope: Construct, purpose: Purpose, config: Config, resources: Resources): Granted => {
  const { keys = [], sends = [], secrets = [], vendors = [] } = purpose
  const all: Granted[] = [
    ...tableGrant(purpose, resources),
    ...keyGrants(keys, resources),
    ...(purpose.keepsRoots ? [rootsGrant(resources)] : []),
    ...materialGrants(scope, purpose, resources),
    ...sends.map((queue) => sendGrant(queue, resources)),
    ...(purpose.deadLetters ? [deadLettersGrant(resources)] : []),
    ...(purpose.alarms ? [alarmsGrant(scope, config)] : []),
    ...(purpose.watches ? [watchGrant(scope, config)] : []),
    ...secrets
      .filter((name) => config.secrets[name] !== NOT_USED)
      .map((name) => secretGrant(scope, name, config.secrets[name])),
    ...(purpose.standIn ? [standInTableGrant(purpose.standIn, resources)] : []),
    // Where both sides hold the very same secret, the stand-in reads that in place of its own.
    ...(purpose.standIn && secrets.length === 0 ? [secretGrant(scope, 'SECRET_SANDBOX', SANDBOX_SECRET)] : []),
  ]
  return {
    environment: Object.assign(
      { STAGE: config.stage, PUBLIC_URL: config.publicUrl, ...settingsOf(purpose, config) },
      purpose.testers && config.testerKey && { TESTER_KEY: config.testerKey },
      purpose.knowsChannels && accountsIn(config),
      purpose.namesSecrets && secretNamesIn(config),
      ...vendors.filter((name) => config.vendors[name] !== '').map((name) => ({ [name]: config.vendors[name] })),
      ...all.map((granted) => granted.environment),
    ),
    statements: all.flatMap((granted) => granted.statements),
  }
}
