import type { NextPage } from '../../functions/verification/next-steps.ts'
import { texts } from '../shared/texts/texts.ts'

type PageNames = Readonly<Record<NextPage, string>>

/** What the links to where a step is done say. */
export const nextTexts = texts<PageNames>(
  {
    '/sign-in': '去登录',
    '/identity': '我的实名',
    '/cases?about=clearing': '请人工清除',
    '/cases?about=taken': '告诉我们',
    '/cases?about=verification': '请人工帮助',
  },
  {
    '/sign-in': 'Sign in',
    '/identity': 'My identity',
    '/cases?about=clearing': 'Ask for it',
    '/cases?about=taken': 'Tell us',
    '/cases?about=verification': 'Ask a person for help',
  },
)
