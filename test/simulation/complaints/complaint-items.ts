import { isDeepStrictEqual } from 'node:util'
import { deedSubjects } from '../../../functions/audit/deed.ts'
import type { Item } from '../../../shared/table/write.ts'
import type { Change } from '../world/record.ts'
import type { World } from '../world/world.ts'

/** States in which nothing is owed any more. */
export const ENDED: readonly string[] = ['completed', 'withdrawn', 'forced']

export const isEnded = (item: Item | undefined): boolean => ENDED.includes(String(item?.status))

export const same: (one: unknown, other: unknown) => boolean = isDeepStrictEqual

/** The id of the complaint that changes. */
export const complaintIn = ({ after, before }: Change): string => String((after ?? before)?.complaintId)

/** Whether a commit writes down that somebody did this to a complaint: whoever does it now. */
export const isOnRecord = (world: World, changes: readonly Change[], id: string, action: string): boolean =>
  changes.some(
    ({ key, before, after }) =>
      key.pk.startsWith('AUDIT#') &&
      !before &&
      after?.action === action &&
      after.subject === deedSubjects.complaint('wechat_pay', id) &&
      Object(after.by).id === (world.acting && world.doing.get(world.acting))?.operatorId,
  )
