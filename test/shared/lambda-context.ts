import type { Context } from 'aws-lambda'

/** The context of an invocation that may still run for `remainingMs`. */
export const contextOf = (remainingMs = 10_000): Context => ({
  callbackWaitsForEmptyEventLoop: false,
  functionName: 'test-thing',
  functionVersion: '1',
  invokedFunctionArn: 'arn:aws:lambda:local:1:function:test-thing',
  memoryLimitInMB: '256',
  awsRequestId: 'invocation-1',
  logGroupName: '',
  logStreamName: '',
  getRemainingTimeInMillis: () => remainingMs,
  done: () => {},
  fail: () => {},
  succeed: () => {},
})
