import { inColumns } from '../../../shared/command/columns.ts'
import { wholeNumber } from '../../../shared/command/flags.ts'
import { EXIT } from '../../../shared/command/run-command.ts'
import { both } from '../../../shared/command/told.ts'
import { SECOND } from '../../../shared/kernel/time.ts'
import { findInstance } from '../instance.ts'
import { sceneAt } from '../scene-at.ts'
import { smoke, smokeSteps } from '../smoke.ts'
import { url, verb } from '../verb.ts'

export const smokeVerb = verb({
  name: 'smoke',
  does: both(
    '经 HTTP 在任何一个沙箱里走一段短而真实的流程，说出哪些可用。每次用掉一个测试人；有平台密钥时代表平台的用户，否则用短信登录。',
    'Goes a short, real way over HTTP at any sandbox, and says what works. It uses up a test person; with a key of the platform it acts for a user of the platform, and otherwise signs in by a text message.',
  ),
  flags: {
    url,
    wait: wholeNumber(both('结果最多等多少秒', 'seconds that a result is waited for at most'), {
      from: 1,
      to: 3600,
      byDefault: 120,
    }),
  },
  json: '{"url","ok":true|false,"steps":[{"step","ok":true|false,"ms","detail"?}]}',
  async run({ flags }, { env, speaker }) {
    const instance = await findInstance(flags.url, env)
    const scene = sceneAt(instance, speaker, flags.wait * SECOND)
    const externalId = instance.keys.platform === undefined ? undefined : `smoke-${Date.now().toString(36)}`
    const steps = await smoke(scene, externalId)
    const ok = steps.every((one) => one.ok) && steps.length === smokeSteps.length
    speaker.result({ url: instance.url, ok, steps }, () => {
      const rows = smokeSteps.map(({ name, does }) => {
        const found = steps.find((one) => one.step === name)
        const state = found ? (found.ok ? 'ok' : speaker.say(both('失败', 'FAILED'))) : '-'
        return [state, name, speaker.say(does), found ? `${found.ms} ms` : '', found?.detail ?? '']
      })
      return [instance.url, ...inColumns(rows)]
    })
    return ok ? EXIT.done : EXIT.failed
  },
})
