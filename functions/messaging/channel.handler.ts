import { answered } from '../../shared/http/answer.ts'
import { on } from '../../shared/http/endpoint.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { signedIn } from '../account/sessions/session.ts'
import { serve } from '../serve.ts'
import { listChannelsRoute, removeChannelRoute, saveChannelRoute } from './channel.route.ts'
import { listChannels, removeChannel, saveChannel } from './channel.ts'
import { messagingSettings } from './settings.ts'

const settings = deployed(messagingSettings)
const deps = { table: tableNamed('TABLE'), clock, ids, settings }

export const handler = serve(
  on(saveChannelRoute, ({ bearer, params, body: { url, rotateSecret } }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await saveChannel(deps, { accountId, code: params.code ?? '', url, rotateSecret })),
    ),
  ),
  on(listChannelsRoute, ({ bearer }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(200, await listChannels(deps, accountId), (channels) => ({
        channels: channels.map(({ code, kind, url, goneAt }) => ({
          ...{ code, kind, url },
          ...(goneAt !== undefined && { goneAt: rfc3339(goneAt) }),
        })),
      })),
    ),
  ),
  on(removeChannelRoute, ({ bearer, params }) =>
    signedIn(deps, bearer, async ({ accountId }) =>
      answered(204, await removeChannel(deps, { accountId, code: params.code ?? '' }), () => undefined),
    ),
  ),
)
