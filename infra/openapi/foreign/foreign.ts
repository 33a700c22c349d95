import type { Method } from '../../../shared/http/route.ts'
import type { Special } from '../described.ts'
import { notificationSpecials } from './notifications.ts'
import { pushplusSpecial } from './pushplus.ts'
import { standInSpecial } from './stand-ins.ts'

/** The operations that speak somebody else's language; nothing for one of ours. */
export const specialOf = (name: string, method: Method): Special =>
  notificationSpecials[name] ?? pushplusSpecial(name, method) ?? standInSpecial(name, method) ?? {}
