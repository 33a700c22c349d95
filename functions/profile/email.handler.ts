import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { bySessionClaim } from '../account/sessions/session-guards.ts'
import { mailEnded, mailHandedOn } from '../consent/mailing-store.ts'
import { frontSettings } from '../front/settings.ts'
import { sourceAddress } from '../front/source-address.ts'
import { serve } from '../serve.ts'
import { mailSender } from '../vendors/mail-senders.ts'
import { vendorSettings } from '../vendors/settings.ts'
import { bindEmail } from './email/bind-email.ts'
import { readEmail } from './email/read-email.ts'
import { sendEmailCode } from './email/send-email-code.ts'
import { unbindEmail } from './email/unbind-email.ts'
import { bindEmailRoute, readEmailRoute, sendEmailCodeRoute, unbindEmailRoute } from './email.route.ts'
import { profileSettings } from './settings.ts'
import type { ProvenEmail } from './trust.ts'

const settings = deployed(frontSettings, profileSettings, vendorSettings)
const parts = { secret: keptSecret, env: optionalEnv, limits: settings.vendor, clock, mail: settings.mail }
const { alarm } = observer
const deps = {
  ...{ table: tableNamed('TABLE'), vault, keyRing, clock, ids, alarm, settings, mailEnded },
  ...{ mail: mailSender(parts), handOn: mailHandedOn },
}
const isOffered = settings.mail.vendors.length > 0

const show = ({ masked, provenAt }: ProvenEmail) => ({ address: masked, provenAt: rfc3339(provenAt) })

const on = answering(bySessionClaim)

export const handler = serve(
  on(sendEmailCodeRoute, async (request, caller) => {
    const asked = { email: request.body.email, caller, sourceIp: sourceAddress(request, settings.proxies) }
    return answered(202, await sendEmailCode(deps, asked), (sent) => ({ ...sent, retryAt: rfc3339(sent.retryAt) }))
  }),
  on(bindEmailRoute, async ({ body }, caller) => answered(200, await bindEmail(deps, { ...body, caller }), show)),
  on(readEmailRoute, async (_request, caller) =>
    answered(200, await readEmail(deps, caller), (email) => ({
      offered: isOffered,
      email: email ? show(email) : null,
    })),
  ),
  on(unbindEmailRoute, async (_request, caller) => {
    const unbound = await unbindEmail(deps, caller)
    return unbound.ok ? ok({ status: 204 }) : unbound
  }),
)
