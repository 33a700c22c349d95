import { keyAt } from '../../../shared/table/keys.ts'
import { accountPartition } from '../keys.ts'

/** Everything that one browser is at WeChat for. */
const visitor = (mark: string): string => `WECHATVISIT#${mark}`

export const wechatKeys = {
  /** A WeChat authorization that was begun in a session, by the hash of its state. Read when the browser comes back. */
  authorization: (accountId: string, hash: string) => keyAt(accountPartition(accountId), `WECHAT#${hash}`),
  /** Why a browser went to WeChat, by the hashes of its mark and of the state it took along. Read when it comes back. */
  visit: (mark: string, state: string) => keyAt(visitor(mark), `VISIT#${state}`),
  /** The WeChat user nobody knows who came back last in a browser. Read when they prove a phone. */
  unknown: (mark: string) => keyAt(visitor(mark), 'UNKNOWN'),
  /** The account of a WeChat user, by the app that knows them and the blind index of their number there. Read at sign-in. */
  user: (appId: string, index: string) => keyAt(`WECHATUSER#${appId}#${index}`, 'WECHATUSER'),
  /** The same by the blind index of the number they have at all apps of one owner. */
  union: (index: string) => keyAt(`WECHATUSER#UNION#${index}`, 'WECHATUSER'),
  /** Which WeChat users an account lets in. Read at sign-in and by the account's own page. */
  binding: (accountId: string) => keyAt(accountPartition(accountId), 'WECHATBINDING'),
}
