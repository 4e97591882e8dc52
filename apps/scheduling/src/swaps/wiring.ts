import { AnswerSwap } from './answer-swap.js';
import { swapLapses } from './close-swap.js';
import { ApproveSwap, RefuseSwap } from './decide-swap.js';
import { ListSwapChoices } from './list-swap-choices.js';
import { ListSwaps } from './list-swaps.js';
import { ProposeSwap } from './propose-swap.js';
import { SwapTimer } from './swap-timer.js';
import { WithdrawSwap } from './withdraw-swap.js';

export const answers = {
  'propose-swap': ProposeSwap,
  'list-swap-choices': ListSwapChoices,
  'answer-swap': AnswerSwap,
  'withdraw-swap': WithdrawSwap,
  'approve-swap': ApproveSwap,
  'refuse-swap': RefuseSwap,
  'list-swaps': ListSwaps,
} as const;

export const timers = { [swapLapses]: SwapTimer } as const;
