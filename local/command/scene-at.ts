import type { Millis } from '../../shared/kernel/time.ts'
import { type Instance, sandboxAt, shimingAt } from './instance.ts'
import type { Speaker } from './speaker.ts'
import type { Scene } from './trigger/scene.ts'

/** Where journeys go on at an instance, with its platform's key where one is known. */
export const sceneAt = (instance: Instance, { language, progress }: Speaker, patienceMs: Millis): Scene => {
  const sandbox = sandboxAt(instance, language)
  return {
    url: instance.url,
    reached: { shiming: shimingAt(instance, language, instance.keys.platform), sandbox },
    now: instance.now,
    step: progress,
    pass: instance.here && ((by) => sandbox.clock.advance(by)),
    patienceMs,
  }
}
