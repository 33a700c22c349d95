import { type Outcome, refused } from '../../../shared/kernel/outcome.ts'
import { hasRight, type Role } from '../../operators/rights.ts'
import type { ReviewKind } from '../kind.ts'

/** A person who works at cases. */
export type Reviewer = { operatorId: string; isPerson?: true; role: Role }

/** Why somebody may not see cases of a kind; undefined where they may. */
export const rightObjection = ({ right }: Pick<ReviewKind, 'right'>, { role }: Reviewer): Outcome<never> | undefined =>
  hasRight(role, right) ? undefined : refused('right_missing', { extra: { right } })
