import { sessionIn } from './session-of.ts'
import { keepWhetherIn } from './was-in.ts'

/** Whoever is at this page of users. */
export const session = sessionIn('shiming-session')
session.state.subscribe(() => keepWhetherIn(session.state.get().is === 'in'))
