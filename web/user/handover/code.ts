import { keptToken } from '../../shared/router/kept-token.ts'

const code = keptToken('shiming-handover', /^[0-9a-f]{32}\.[\w-]{43}$/)

/** The code by which somebody came to take an app on; it does nothing by itself. */
export const bringCode = code.bring
export const forgetCode = code.forget
