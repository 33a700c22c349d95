import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { textArrived } from '../consent/texting-store.ts'
import { heldIdentity } from '../gate/identity-store.ts'
import { gateKeys } from '../gate/keys.ts'
import { serve } from '../serve.ts'
import { byPlatformKey } from './api-keys/platform-guards.ts'
import { platformKeysIn } from './api-keys/platform-secret.ts'
import { answerSignIn } from './sessions/answer-sign-in.ts'
import { accountSettings } from './settings.ts'
import { signInRoute } from './sign-in.route.ts'

const settings = deployed(accountSettings)
const platformKeys = keptSecret('SECRET_PLATFORM', platformKeysIn)
const table = tableNamed('TABLE')
const lastFourOf = async (accountId: string) =>
  heldIdentity(await table.get(gateKeys.identity(accountId)))?.lastFourIndex
const deps = { table, vault, keyRing, clock, ids, settings, lastFourOf, textHandedOn: textArrived }

const on = answering(byPlatformKey(platformKeys))

export const handler = serve(on(signInRoute, (request) => answerSignIn(deps, request)))
