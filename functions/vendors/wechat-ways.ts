import { type VisitWay, visitWays } from '../account/wechat/visits/visit.ts'
import type { WeChatOAuth } from '../account/wechat/wechat-oauth.ts'
import type { VendorParts } from './accounts.ts'
import { isOffered, wechatBy } from './wechat-oauths.ts'

/** The accounts that WeChat is signed in by: which ways there are, and what signs in each. */
export const wechatWays = (
  parts: VendorParts,
): { offered: readonly VisitWay[]; wechat: (way: VisitWay) => Promise<WeChatOAuth | undefined> } => {
  const by = { in_wechat: wechatBy(parts, 'in_wechat'), website: wechatBy(parts, 'website') }
  return { offered: visitWays.filter((way) => isOffered(parts, way)), wechat: (way) => by[way]() }
}
