// The page of “What does our 70B cost?”
import type { ExamplePage } from "../example";

export const cost70bPage: ExamplePage = {
  passages: [
    {
      title: "The answer",
      texts: [
        "{Cluster budget.verdict:text}",
        "The run pays for {Cluster budget.gpuHours:whole} GPU-hours at {Cluster budget.pricePerGpuHour:price} each, the list price on GM Assumptions. Compute is {Cluster budget.compute:2:millions}; contingency and what else is paid bring it to {Cluster budget.runCost:millions}. At the best published efficiency it would be {Cluster budget.cost:first:millions}, at the worst {Cluster budget.cost:last:millions}.",
      ],
    },
    {
      title: "What to look at",
      texts: [
        "The tornado ranks what moves the compute cost: {Cluster budget.tornado.row1:label:name} comes first with a swing of {Cluster budget.tornado.4:first:millions} from its low to its high end, then {Cluster budget.tornado.row2:label:name} with {Cluster budget.tornado.4:2:millions}.",
        "Three shares stand between the GPU's peak and progress, and all are paid: MFU {Cluster budget.mfu:percent}, goodput {Cluster budget.goodput:percent}, allocation {Cluster budget.allocation:percent}.",
        "Memory is no obstacle: {Cluster budget.totalMemory:decimal} GB on the fullest GPU with FSDP and full recompute, of {Cluster budget.capacity:decimal} GB.",
        "On {Cluster budget.sizes.count.3:whole} GPUs the same run takes {Cluster budget.days3:3:decimal} days instead of {Cluster budget.days0:3:decimal}, for the same money, as long as the MFU holds. In practice it falls as clusters grow.",
      ],
    },
    {
      title: "How to change it",
      texts: [
        "Type your contract's price under Plan, or change the GPU's price on GM Assumptions for all sheets at once. Tokens, GPUs and MFU are the inputs that follow; an empty MFU takes the nearest published run with its range.",
        "A budget limit of 0 turns the verdict into a plain statement of cost.",
      ],
    },
  ],
  checkedAgainst: [
    {
      says: "The paper's own efficiency gives its own hours: 41% MFU at 90% goodput is {Llama 405B.jobHours:whole} GPU-hours, {Llama 405B.ofPublished:percent} of the {Llama 405B.published:whole} that were published.",
      from: "Llama 3.1 405B: arXiv:2407.21783 section 3.3 for MFU, effective time and tokens; its model card for GPU-hours",
    },
    {
      says: "380 tokens per second and GPU are an MFU of {LLaMA 65B.mfu:tenths}, which gives {LLaMA 65B.jobHours:whole} A100-hours, {LLaMA 65B.ofPublished:percent} of the {LLaMA 65B.published:whole} published.",
      from: "LLaMA 65B: arXiv:2302.13971 section 2.4 and table 15",
    },
    {
      says: "The jobs of our 70B hold {Cluster budget.jobHours:whole} GPU-hours, {Cluster budget.ofPublished:percent} of the {Cluster budget.published:whole} of Llama 3.1 70B. Those contain more than one pass of the work, on more than 15T tokens: they are an upper reference, not a target.",
      from: "Llama 3.1 70B: model card",
    },
  ],
};
