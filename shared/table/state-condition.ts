import { type StateTable, sources } from '../kernel/states.ts'
import { type Condition, oneOf } from './write.ts'

/** The item is in a state in which the event may happen. The state is its attribute `status`. */
export const stateAllows = <S extends string, E extends string>(
  table: StateTable<S, E>,
  event: NoInfer<E>,
): Condition => oneOf('status', sources(table, event))
