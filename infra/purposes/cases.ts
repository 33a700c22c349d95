import { deedDone, operatorRead, personGathered, sessionRead, together } from '../item-use.ts'
import type { Purpose } from '../purpose.ts'

/** What people decide about people: cases, and what is looked at for them. */
export const caseFunctions = {
  'material-view': {
    impact: 'operators cannot see the pictures that they are to look at: users are not answered in time',
    items: together(operatorRead, deedDone, { get: ['MATERIAL'], update: ['LIMIT'] }),
    readsMaterials: true,
    keys: ['open_material'],
    secrets: ['SECRET_PLATFORM'],
  },
  'verification-papers-look': {
    impact: 'operators cannot compare what was typed with the pictures: users are not answered in time',
    items: together(operatorRead, deedDone, { get: ['ACCOUNT'], update: ['LIMIT'] }),
    keys: ['open'],
    secrets: ['SECRET_PLATFORM'],
  },
  'proofing-user': {
    impact: 'nobody can say that a verification was not them, nor pause the sending of its account',
    items: together(sessionRead, {
      get: ['PROOFING'],
      put: ['ACCOUNT'],
      update: ['ACCOUNT', 'LIMIT', 'PROOFING', 'TEXT'],
      check: ['ACCOUNT'],
    }),
    keys: ['mac'],
    secrets: ['SECRET_KEY_RING'],
  },
  'proofing-clash': {
    impact: 'nobody is told that somebody else tried to verify as them',
    items: {
      get: ['ACCOUNT', 'CLASH'],
      put: ['ACCOUNT'],
      update: ['CLASH', 'LIMIT'],
      delete: ['CLASH'],
      check: ['ACCOUNT'],
    },
  },
  'review-user': {
    impact: 'users can neither ask a person for help nor see, answer, withdraw or appeal what they have before people',
    items: together(sessionRead, {
      // Of a change of an app that is taken back, its app.
      // Of an appeal about a certificate that is taken back, that.
      get: ['APP', 'CERTIFICATE', 'PROOFING'],
      // Of an application for certification that is taken back or looked at once more: its app, its name, the number its result is texted to, and its fee.
      getMany: ['ACCOUNT', 'APP', 'MATERIAL', 'NAME'],
      query: ['ACCOUNT'],
      put: ['ACCOUNT', 'CERTIFICATE', 'NAME', 'ORDER'],
      update: ['ACCOUNT', 'APP', 'LIMIT', 'MATERIAL', 'NAME', 'ORDER', 'PROOFING'],
      delete: ['ACCOUNT'],
    }),
    // A fee that goes back with an application that is taken back.
    sends: ['refunds'],
    announces: true,
  },
  'review-operator': {
    impact: 'operators can neither see nor decide what waits for people: users are not answered in time',
    doors: ['/v1/operator/reviews'],
    items: together(operatorRead, deedDone, personGathered, {
      get: ['ACCOUNT', 'APP', 'CERTIFICATE', 'PERSON', 'PROOFING'],
      // Bank cards and documents, which end with who the account was.
      query: ['ACCOUNT'],
      // What a decision makes of papers, and of a verification that was not them: the identity, whose it is, and who is told.
      // And of an application for certification, or a change of an app: the app, its name, and its fee.
      getMany: ['ACCOUNT', 'APP', 'CERTIFICATE', 'MATERIAL', 'NAME', 'PERSON'],
      put: ['ACCOUNT', 'CERTIFICATE', 'NAME', 'ORDER', 'PERSON', 'PROOFING'],
      update: ['ACCOUNT', 'APP', 'CERTIFICATE', 'MATERIAL', 'NAME', 'ORDER', 'PERSON', 'PROOFING'],
      delete: ['ACCOUNT', 'PERSON'],
      // Of an address that the account is still who it was.
      check: ['ACCOUNT', 'PERSON'],
    }),
    // Papers handed in before the key of the person index was replaced are indexed anew.
    keys: ['open', 'index'],
    lists: ['REVIEWS'],
    secrets: ['SECRET_PLATFORM'],
    announces: true,
  },
  'review-follow': {
    impact:
      'nobody hears that users wait too long for people, and cases whose user did not answer in time leave nothing behind',
    items: {
      // Of a change of an app that nobody has decided on in time, its app.
      // Of an appeal about a certificate that was not answered, that.
      get: ['ACCOUNT', 'APP', 'CERTIFICATE', 'PROOFING'],
      getMany: ['MATERIAL'],
      put: ['ACCOUNT', 'CERTIFICATE', 'ORDER'],
      update: ['ACCOUNT', 'APP', 'MATERIAL', 'NAME', 'ORDER', 'PROOFING'],
      delete: ['ACCOUNT'],
    },
    announces: true,
  },
} as const satisfies Record<string, Purpose>
