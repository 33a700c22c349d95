import * as z from 'zod/mini'

/** A number of an order, a refund or a transaction, ours or the channel's. */
export const number = z.string().check(z.regex(/^[\w|*@-]{1,64}$/))

export const fen = z.int().check(z.positive())

export const cny = z.literal('CNY')

/** RFC 3339 with an offset, to epoch ms. */
export const moment = z.pipe(z.iso.datetime({ offset: true }), z.transform(Date.parse))
