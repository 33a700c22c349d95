/** What a person may be on the console, and what a machine with a key of its own is. */
export const personRoles = ['support', 'reviewer', 'finance', 'admin'] as const
export type PersonRole = (typeof personRoles)[number]
export type Role = PersonRole | 'machine'

/**
 * What each right lets one do, and which roles have it. A route for operators names one of these. Finance sees no identity, reviewers
 * move no money, and a machine neither sees people nor approves what somebody else asked for.
 */
const table = {
  /** Look after one's own session. */
  own_session: ['support', 'reviewer', 'finance', 'admin'],
  /** Orders, payments, refunds, appeals and complaints, without identity. */
  see_orders: ['support', 'reviewer', 'finance', 'admin', 'machine'],
  /** Masked identity, an account and its time line, looking for people. */
  see_people: ['support', 'reviewer', 'admin'],
  /** One field in the clear for a minute, with a reason. */
  reveal_people: ['reviewer', 'admin'],
  /** A picture that somebody uploaded, with a reason. */
  see_pictures: ['reviewer', 'admin'],
  answer_complaints: ['support', 'admin', 'machine'],
  /** Find a complaint malicious, lift a ban, reject an appeal. */
  decide_bans: ['reviewer', 'admin', 'machine'],
  /** Answer users who ask a person for help. */
  answer_help: ['support', 'reviewer', 'admin'],
  /** See and decide cases about who people are. */
  review_cases: ['reviewer', 'admin'],
  /** Send refunds again, ask the channel, ask for one to be paid by hand. */
  move_money: ['finance', 'admin', 'machine'],
  /** Approve or refuse what somebody else asked for. */
  approve_money: ['finance', 'admin'],
  /** Reconciliations, ledger and statements. */
  keep_books: ['finance', 'admin', 'machine'],
  /** Vendors, breakers, alarms, dead letters to look at, settings, figures. */
  see_systems: ['support', 'reviewer', 'finance', 'admin', 'machine'],
  /** Send dead letters again. */
  replay_letters: ['admin', 'machine'],
  /** Enable and disable endpoints of the platform, and deliver an event again. */
  manage_webhooks: ['admin', 'machine'],
  see_deeds: ['support', 'reviewer', 'finance', 'admin', 'machine'],
  /** Invite operators, change their roles, disable them, give them new links. */
  manage_operators: ['admin'],
} as const satisfies Record<string, readonly Role[]>

export type Right = keyof typeof table

/** Every right, in the order of the table. */
export const rights = Object.keys(table) as Right[]

/** Whether a role has a right; nobody has one that is none. */
export const hasRight = (role: Role, right: string | undefined): boolean =>
  right !== undefined && Object.hasOwn(table, right) && table[right as Right].some((one) => one === role)

/** What a role may do. */
export const rightsOf = (role: Role): Right[] => rights.filter((right) => hasRight(role, right))
