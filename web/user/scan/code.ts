import { keptToken } from '../../shared/router/kept-token.ts'

const code = keptToken('shiming-scan', /^[\w-]{43}$/)

/** Forgets the code that was scanned. */
export const forgetCode = code.forget

/**
 * The code by which somebody came, as long as nobody has decided; it lets nobody in. Whoever comes back from WeChat has its own word in the
 * address, and the code that was kept.
 */
export const bringCode = code.bring
