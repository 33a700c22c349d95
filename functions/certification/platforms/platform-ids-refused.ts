import { type FieldError, type Outcome, ok, refused } from '../../../shared/kernel/outcome.ts'
import { type AppKind, judgePlatformIds, type PlatformId, platformRows, platformsOf } from './platform-ids.ts'

const POINTER = '/platformIds'

/** Whether an app of the kind may have those ids; refuses each that is wrong at its place, with what would be right. */
export const whetherPlatformIds = (kind: AppKind, ids: readonly PlatformId[]): Outcome<undefined> => {
  const fields = judgePlatformIds(kind, ids).map(({ at, code }): FieldError => {
    const row = platformRows[ids[at]?.platform ?? 'web']
    if (code === 'app_platform_kind')
      return { pointer: `${POINTER}/${at}/platform`, code, expected: { enum: platformsOf(kind) } }
    if (code === 'app_platform_twice') return { pointer: `${POINTER}/${at}/platform`, code }
    return { pointer: `${POINTER}/${at}/id`, code, expected: { examples: [row.example] } }
  })
  const [first] = fields
  return first ? refused(first.code, { fields }) : ok(undefined)
}
