import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { serve } from '../serve.ts'
import { unbindCard } from './cards/unbind-card.ts'
import { showCard } from './cards/view.ts'
import { unbindCardRoute } from './cards.route.ts'

const { keeping } = deployed(messagingSettings)
const deps = { table: announcingTable('TABLE'), clock, publicUrl: env('PUBLIC_URL'), told: notices(ids, keeping) }

const on = answering(bySession(deps))

export const handler = serve(
  on(unbindCardRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await unbindCard(deps, { accountId, id }), showCard),
  ),
)
