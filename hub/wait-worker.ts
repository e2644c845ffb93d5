/** The thread that reckons waiting times: the queue never waits for it, and nothing but work in progress is lost with it. */
import { parentPort, workerData } from 'node:worker_threads'
import { type Learned, type WaitQuestion, WaitReckoner } from './wait-reckoner.ts'

const { base, mayLearn } = workerData as { readonly base: Learned; readonly mayLearn: boolean }
const reckoner = new WaitReckoner(base, mayLearn)
parentPort?.on('message', (question: WaitQuestion) => parentPort?.postMessage(reckoner.answer(question)))
