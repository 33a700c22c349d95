import { inBoth, type Letter } from '../../../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../../../shared/kernel/time.ts'

/** A WeChat user can sign in to the account from now on. `publicUrl`: where the pages are. */
export const wechatBoundLetter = (at: Millis, publicUrl: string): Letter =>
  inBoth(
    {
      title: '您的账号已绑定微信',
      content: `${beijingMinute(at)}（北京时间），本账号绑定了一个微信，以后可以用它直接登录。是您本人操作的，不需要做任何事。不是您本人操作，请解除绑定：${publicUrl}/wechat，并请人工帮助：${publicUrl}/cases?about=account`,
    },
    {
      title: 'WeChat was bound to your account',
      content: `On ${beijingMinute(at)} (Beijing time) a WeChat user was bound to this account, who can sign in to it from now on. If that was you, there is nothing to do. If it was not, unbind it: ${publicUrl}/wechat and ask a person for help: ${publicUrl}/cases?about=account`,
    },
  )

/** Nobody can sign in to the account by WeChat any more. */
export const wechatUnboundLetter = (at: Millis, publicUrl: string): Letter =>
  inBoth(
    {
      title: '您的账号已解除微信绑定',
      content: `${beijingMinute(at)}（北京时间），本账号解除了微信绑定，不能再用微信登录，用微信登录的其他设备已退出。不是您本人操作，请人工帮助：${publicUrl}/cases?about=account`,
    },
    {
      title: 'WeChat was unbound from your account',
      content: `On ${beijingMinute(at)} (Beijing time) WeChat was unbound from this account: nobody signs in to it by WeChat any more, and other devices that had are signed out. If that was not you, a person helps you here: ${publicUrl}/cases?about=account`,
    },
  )
