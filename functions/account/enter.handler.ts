import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { frontSettings } from '../front/settings.ts'
import { heldIdentity } from '../gate/identity-store.ts'
import { gateKeys } from '../gate/keys.ts'
import { serve } from '../serve.ts'
import { lookAtLinkRoute, redeemLinkRoute } from './enter.route.ts'
import { readSessionLink } from './links/read-session-link.ts'
import { redeemSessionLink } from './links/redeem-session-link.ts'
import { signedInAnswer } from './sessions/answer-sign-in.ts'
import { deviceOf } from './sessions/session.ts'
import { sessionOf } from './sessions/session-store.ts'
import { accountSettings } from './settings.ts'

const settings = deployed(frontSettings, accountSettings)
const table = tableNamed('TABLE')
const maskedNameOf = async (accountId: string) =>
  heldIdentity(await table.get(gateKeys.identity(accountId)))?.maskedName
const deps = { table, clock, ids, settings, maskedNameOf }

const on = answering()

export const handler = serve(
  on(lookAtLinkRoute, async ({ body: { token }, bearer }) =>
    answered(200, await readSessionLink(deps, { token, current: sessionOf(bearer) }), (seen) => ({
      platform: { name: seen.platform },
      account: { externalId: seen.externalId, name: seen.name ?? null },
      signedInAs: seen.signedInAs,
      expiresAt: rfc3339(seen.expiresAt),
    })),
  ),
  on(redeemLinkRoute, async ({ body: { token, replace: replaces }, bearer, headers }) => {
    const device = deviceOf(headers['user-agent'])
    const opened = await redeemSessionLink(deps, { token, replaces, device, current: sessionOf(bearer) })
    return signedInAnswer(deps, headers, opened, ({ returnUrl = null }) => ({ returnUrl }))
  }),
)
