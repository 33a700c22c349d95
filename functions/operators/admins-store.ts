import { atLeast, update, type Write } from '../../shared/table/write.ts'
import { operatorKeys } from './keys.ts'
import { isActiveAdmin, type Person } from './operator.ts'

export const LAST_ADMIN = 'last_admin'

/**
 * Keeps count of the admins who can sign in, where a change of one makes another number of them. One is always left, however many
 * are changed at once; but for whoever may write to the table itself (`byForce`).
 */
export const adminsCounted = (
  before: Pick<Person, 'role' | 'status'> | undefined,
  after: Pick<Person, 'role' | 'status'>,
  byForce = false,
): Write[] => {
  const was = before !== undefined && isActiveAdmin(before)
  if (was === isActiveAdmin(after)) return []
  const leaves = was && !byForce
  return [
    update(
      operatorKeys.admins(),
      { add: { count: was ? -1 : 1 } },
      leaves ? atLeast('count', 2) : undefined,
      LAST_ADMIN,
    ),
  ]
}
