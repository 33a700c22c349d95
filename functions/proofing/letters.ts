import { inBoth, type Letter } from '../../shared/kernel/letter.ts'
import { beijingMinute, type Millis } from '../../shared/kernel/time.ts'
import { levelPage } from '../evidence/level-words.ts'
import type { Proofing } from './proofing.ts'

/** Where somebody says whether a verification was theirs. `publicUrl`: where the pages are. */
const notMePage = (publicUrl: string, id: string): string => `${publicUrl}/not-me/${id}`

/** An account was verified: told to that account itself (`own`), or to another of the same person. */
export const toldLetter = (of: Proofing, whose: 'own' | 'other', publicUrl: string): Letter => {
  const at = beijingMinute(of.at)
  const who = `${of.maskedName} ${of.maskedIdNumber}`
  const page = notMePage(publicUrl, of.id)
  const level = levelPage(publicUrl)
  const zh = `是您本人操作的，不需要做任何事。不是您本人操作，请告诉我们：${page}`
  const en = `If that was you, there is nothing to do. If it was not, tell us: ${page}`
  if (whose === 'own')
    return inBoth(
      {
        title: '您的账号已完成实名认证',
        content: `${at}（北京时间），本账号以“${who}”完成了实名认证。${zh} 实名等级见：${level}`,
      },
      {
        title: 'Your account was verified',
        content: `On ${at} (Beijing time) this account was verified as ${who}. ${en} Your level is shown here: ${level}`,
      },
    )
  return inBoth(
    {
      title: '您的身份在另一个账号上完成了实名认证',
      content: `${at}（北京时间），另一个账号以“${who}”完成了实名认证，与本账号是同一个人。${zh}`,
    },
    {
      title: 'Another account was verified as you',
      content: `On ${at} (Beijing time) another account was verified as ${who}, the person of this account. ${en}`,
    },
  )
}

/** Somebody tried to verify another account as the person of this one, and was refused. Nothing is said of that account. */
export const clashLetter = (
  { maskedName, maskedIdNumber }: { maskedName: string; maskedIdNumber: string },
  publicUrl: string,
): Letter => {
  const who = `${maskedName} ${maskedIdNumber}`
  return inBoth(
    {
      title: '有人尝试用您的身份认证另一个账号',
      content: `有人在本平台尝试以“${who}”认证另一个账号。该身份已用于本账号，所以没有通过，本账号不受影响。是您本人操作：请继续使用本账号，不需要再认证。不是您本人操作，请告诉我们：${publicUrl}/cases?about=attempt`,
    },
    {
      title: 'Somebody tried to verify another account as you',
      content: `Somebody tried to verify another account of this platform as ${who}. As this account is verified so already, that was refused, and nothing changed here. If that was you, go on with this account; there is nothing to verify again. If it was not, tell us: ${publicUrl}/cases?about=attempt`,
    },
  )
}

/** Sending of the account is paused, and until when. */
export const pausedLetter = (until: Millis, publicUrl: string): Letter =>
  inBoth(
    {
      title: '发送消息已暂停',
      content: `有人证明了实名信息并表示本账号的实名认证不是其本人操作。在查清之前，本账号的发送消息功能最迟暂停到 ${beijingMinute(until)}（北京时间）。有疑问可以请人工帮助：${publicUrl}/cases?about=account`,
    },
    {
      title: 'Sending is paused',
      content: `Somebody who proved the identity of this account says that its verification was not them. Until that is looked into, at the latest until ${beijingMinute(until)} (Beijing time), this account cannot send. A person helps you here: ${publicUrl}/cases?about=account`,
    },
  )

/** It was found that the account was verified as them: it can send again. */
export const resumedLetter = (): Letter =>
  inBoth(
    { title: '发送消息已恢复', content: '关于本账号实名认证的核查已经结束，发送消息功能不再因此暂停。' },
    {
      title: 'Sending is no longer paused',
      content: 'What was said about the verification of this account has been dealt with; sending is paused no more.',
    },
  )

/** It was somebody else: the account is verified no more. */
export const clearedLetter = (publicUrl: string): Letter =>
  inBoth(
    {
      title: '本账号的实名认证已撤销',
      content: `经人工核查，本账号的实名认证不是实名人本人操作，已经撤销。认为有误，可以请人工帮助：${publicUrl}/cases?about=account`,
    },
    {
      title: 'The verification of this account was withdrawn',
      content: `A person found that this account was verified as somebody whose account it is not, so that it is verified no more. If you think that is wrong, a person helps you here: ${publicUrl}/cases?about=account`,
    },
  )
