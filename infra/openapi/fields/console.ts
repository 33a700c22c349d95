import { at } from './cast.ts'
import type { Fields } from './field.ts'

const link = 'lin.Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE'

/** Operators of the console: signing in, enrolling, managing them. */
export const consoleFields: Fields = {
  operator: ['Who it is.'],
  operators: ['A page of them.'],
  'operator.name': ['Their name, which is theirs for good.', 'lin'],
  'Operator.name': ['Their name, which is theirs for good.', 'lin'],
  'Enrolment.name': ['Whom the link is for.', 'lin'],
  'SignInOperatorRequest.name': ['The name of an operator.', 'lin'],
  'InviteOperatorRequest.name': ['A name that nobody ever had.', 'lin'],
  role: ['What they may do hangs on it.', 'finance'],
  rights: ['What they may do.', ['see_orders', 'move_money']],
  'Operator.status': ['`invited` has a link, or needs one, and cannot sign in.', 'active'],
  'EditOperatorRequest.status': ['Whether they are let in; left out where that stays as it is.', 'disabled'],
  right: ['The right that is needed.', 'move_money'],
  'Operator.invitedBy': ['Who invited them under this name.', 'zhao'],
  'Operator.statusAt': ['Since when they stand as `status` says.', at.created],
  enrolledAt: ['When they enrolled.', at.created],
  linkUntil: ['Until when their link is good, where they have one.', null],
  'ConsoleSession.expiresAt': [
    'When the session ends if nothing is done in it before; with what is done it goes on, for hours at most.',
    at.paid,
  ],
  'OpenedConsoleSession.expiresAt': [
    'When the session ends if nothing is done in it before; with what is done it goes on, for hours at most.',
    at.paid,
  ],
  'Enrolment.expiresAt': ['Until when the link is good.', at.paid],
  stepUpUntil: ['Until when deeds need no further code of the authenticator app.', at.paid],
  'OpenedConsoleSession.token': ['The token of the session; left out where it is in a cookie.', link],
  password: ['12 to 128 characters.', 'correct horse battery'],
  'SignInOperatorRequest.code': ['The six digits that the authenticator app shows; each counts once.', '492039'],
  'StepUpOperatorRequest.code': ['The six digits that the authenticator app shows; each counts once.', '492039'],
  'EnrolOperatorRequest.code': ['The six digits that the app shows for the secret of this link.', '492039'],
  'LookAtEnrolmentRequest.token': ['What stands behind the # of the link.', link],
  'EnrolOperatorRequest.token': ['What stands behind the # of the link.', link],
  secret: ['For the authenticator app, in base32.', 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'],
  uri: [
    'The same as a QR code has it.',
    'otpauth://totp/Shiming:lin?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Shiming&algorithm=SHA1&digits=6&period=30',
  ],
  link: ['Where they enrol; shown only now.', `https://id.example.cn/console/enrol#${link}`],
  'InviteOperatorRequest.reason': ['Why, for the record.', '新同事，负责退款'],
  'EditOperatorRequest.reason': ['Why, for the record.', '已调离岗位'],
  'CreateOperatorLinkRequest.reason': ['Why, for the record.', '更换手机'],
}
