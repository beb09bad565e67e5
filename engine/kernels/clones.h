// Functions compiled for several processors, chosen when the program starts: what is shipped runs on any
// x86-64.
#pragma once

#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(LAMINA_SANITIZED)
// Sanitizers cannot run the resolvers, which the loader calls before they are ready.
#define LAMINA_CLONES __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
// For AVX-512 alone: whoever calls these has asked whether it is there.
#define LAMINA_WIDE __attribute__((target("arch=x86-64-v4")))
#else
#define LAMINA_CLONES
#define LAMINA_WIDE
#endif
