import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339If } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { outgoingSettings } from '../outgoing/settings.ts'
import { serve } from '../serve.ts'
import { listChannelsRoute, removeChannelRoute, saveChannelRoute } from './channel.route.ts'
import { listChannels, removeChannel, saveChannel } from './edit-channels.ts'

const settings = deployed(outgoingSettings)
const deps = { table: tableNamed('TABLE'), keyRing, clock, ids, settings }

const on = answering(bySession(deps))

export const handler = serve(
  on(saveChannelRoute, async ({ params, body: { url, rotateSecret } }, { accountId }) =>
    answered(200, await saveChannel(deps, { accountId, code: params.code ?? '', url, rotateSecret }), (saved) => ({
      ...{ code: saved.code, kind: saved.kind, url: saved.url },
      // Saving it takes the mark away.
      ...{ goneAt: null, secret: saved.secret ?? null },
    })),
  ),
  on(listChannelsRoute, async (_request, { accountId }) =>
    answered(200, await listChannels(deps, accountId), (channels) => ({
      channels: channels.map(({ code, kind, url, goneAt }) => ({
        ...{ code, kind, url, goneAt: rfc3339If(goneAt) },
      })),
    })),
  ),
  on(removeChannelRoute, async ({ params }, { accountId }) =>
    answered(204, await removeChannel(deps, { accountId, code: params.code ?? '' }), () => undefined),
  ),
)
