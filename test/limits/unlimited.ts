const READ = 'reads what its caller may see; the rate of the API bounds it'
const UNDONE = 'ends something of its caller, and a second time changes nothing'
const SECRET = 'whoever guesses has 128 bits or more before them'
const PLATFORM = 'the platform answers for its users, with its API key'
const OPERATOR = 'operators act by name, each deed on record'
const CHANNEL = 'signed by the payment channel; what is not is refused before anything is read'
const PAGE = 'the same for everybody, and kept by browsers'

/** Why a route needs no row in the table of limits. */
export const unlimited: Readonly<Record<string, string>> = {
  listSessions: READ,
  signOut: UNDONE,
  setReturnUrl: 'writes one attribute of its own session',
  endSession: UNDONE,
  signOutEverywhere: UNDONE,
  createSessionLink: PLATFORM,
  lookAtSessionLink: SECRET,
  redeemSessionLink: SECRET,
  getAccount: READ,
  listTokens: READ,
  deleteToken: UNDONE,
  endWechatAuthorization:
    'needs a state that only an authorization begun in the same session made, and each asks WeChat once',
  listAppeals: READ,
  banUser: PLATFORM,
  unbanUser: PLATFORM,
  listOpenAppeals: OPERATOR,
  liftBan: OPERATOR,
  rejectAppeal: OPERATOR,
  getOffers: PAGE,
  getConsentNotice: PAGE,
  listConsents: READ,
  listDisclosures: READ,
  cancelVerification: 'ends an order: what a channel is asked was counted when it was begun',
  listVerifications: READ,
  getVerification: READ,
  getFaceTerms: PAGE,
  listFaceChecks: READ,
  getFaceCheck: READ,
  lookAtFaceCheck:
    'asks the vendor of a token that was counted when it was begun, every two seconds at most, for nothing',
  askGate: READ,
  listOrders: READ,
  getOrder: READ,
  cancelOrder: 'ends an order: what a channel is asked was counted when it was begun',
  notifyByWechatPay: CHANNEL,
  notifyByAlipay: CHANNEL,
  getOperatorSession: READ,
  signOutOperator: UNDONE,
  lookAtEnrolment: SECRET,
  enrolOperator: SECRET,
  listOperators: OPERATOR,
  inviteOperator: OPERATOR,
  editOperator: OPERATOR,
  createOperatorLink: OPERATOR,
  listComplaints: OPERATOR,
  getComplaint: OPERATOR,
  replyToComplaint: OPERATOR,
  completeComplaint: OPERATOR,
  markComplaintMalicious: OPERATOR,
  listReconciliations: OPERATOR,
  getReconciliation: OPERATOR,
  rerunReconciliation: OPERATOR,
  listLedgerTransactions: OPERATOR,
  getLedgerBalances: OPERATOR,
  getWholeOrder: OPERATOR,
  listVendors: OPERATOR,
  listDeeds: OPERATOR,
  getCase: OPERATOR,
  listDeadLetterQueues: OPERATOR,
  listDeadLetters: OPERATOR,
  replayDeadLetters: OPERATOR,
  listSettings: OPERATOR,
  listAlarms: OPERATOR,
  getTimeline: OPERATOR,
  listRefunds: OPERATOR,
  actOnRefund: OPERATOR,
  importVendorStatement: OPERATOR,
  getVendorStatement: OPERATOR,
  getAnalytics: OPERATOR,
  getMessage: READ,
  showMessage: READ,
  listInbox: READ,
  listChannels: READ,
  removeChannel: UNDONE,
  getOpenApi: PAGE,
  showReference: PAGE,
  getReferenceScript: PAGE,
}

/** What bounds the functions that no route leads to: nobody outside says how often they ask. */
export const workers: Readonly<Record<string, string>> = {
  'verification-check':
    'asks a vendor about a check that was paid for, and never again what one may have been asked (P6)',
  'payment-order':
    'asks the channel of an order three times in its first five minutes, then at its end, and every minute until it is closed or paid',
  'payment-refund':
    'asks the channel of a refund that is owed, less and less often, and gives it to an operator in the end',
  'complaints-follow': 'asks about a complaint that the channel told of, once an hour while it is open',
  'complaints-watch': 'asks for the new complaints at its schedule',
  'bookkeeping-reconcile': 'asks for the bill of a day, every half hour until it is there or three days are over',
  'messaging-deliver': 'delivers a message that was counted when it was sent, `deliveries.attempts` times at most',
  'upkeep-sweep': 'asks nobody outside',
  'analytics-gather': 'asks nobody outside',
  'face-follow': 'asks the vendor what became of a token, less and less often until it is over',
  'verification-evidence':
    'begins a look at a number half a year after it was proven, `recheck.tries` in a row at most, within what a vendor may cost a day',
  'audit-roots': 'reads the entries of a day once, signs its root once and puts it into the bucket',
  'verification-gather':
    'opens each person that is kept under an older index once, with KMS, while an operator replaces the key',
  'pages-serve': 'asks nobody outside',
  'pages-phone': 'asks nobody outside',
}
