/** Organisations that are often impersonated. Admins keep a list of their own in place of it; persons are on none. */
export const KNOWN_ORGANISATIONS: readonly string[] =
  `Alibaba, Alibaba Cloud, Allen Institute for AI, Amazon, Amazon
Web Services, AMD, Anthropic, Apple, Baidu, ByteDance, Carnegie Mellon University, CERN, Cohere, CoreWeave, DeepSeek,
EleutherAI, ETH Zurich, European Commission, European Union, Google, Google Cloud, Google DeepMind, Harvard
University, Hugging Face, Huawei, IBM, INRIA, Intel, KAIST, Kakao, LAION, LG AI Research, LG Electronics, Linux
Foundation, Massachusetts Institute of Technology, Max Planck Society, Meta AI, Meta Platforms, Microsoft, Mila, Mistral
AI, Mozilla, Mozilla Foundation, NASA, National Science Foundation, Naver, Naver Cloud, NVIDIA, OpenAI, Oracle,
Princeton University, Samsung, Samsung Electronics, Seoul National University, SK hynix, SoftBank, Sony, Stanford
University, Tencent, Tsinghua University, TSMC, UNESCO, United Nations, University of California, University of
Cambridge, University of Oxford, University of Tokyo, Wikimedia Foundation, World Bank, xAI, 삼성전자, 네이버, 카카오`
    .replaceAll('\n', ' ')
    .split(', ');
