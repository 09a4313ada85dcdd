# The ensemble kernels: the same source for each instruction set, told apart by flags alone.
# They are the product whatever the build type, so they are always optimised, and they alone may
# fuse a multiplication and an addition (one rounding instead of two).
# Under the sanitizers -O3 would take minutes a file and show nothing more.
set(LIMBER_KERNEL_FLAGS $<IF:$<CONFIG:Asan>,-O1,-O3> -ffp-contract=fast)
set(LIMBER_KERNEL_ISAS scalar vec128)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  list(APPEND LIMBER_KERNEL_ISAS avx2 avx512)
endif()
set(flags_scalar)
set(flags_vec128)
if(CMAKE_SYSTEM_NAME STREQUAL "WASI")
  set(flags_vec128 -msimd128)
endif()
set(flags_avx2 -mavx2 -mfma)
set(flags_avx512 -mavx512f -mavx512dq -mavx512vl -mfma -mprefer-vector-width=512)
foreach(isa ${LIMBER_KERNEL_ISAS})
  set_source_files_properties(${CMAKE_SOURCE_DIR}/src/joint/ensemble_km_${isa}.cpp PROPERTIES
    COMPILE_OPTIONS "${LIMBER_KERNEL_FLAGS};${flags_${isa}}")
endforeach()
# The step of many openings gives the bits of the scalar solver, so nothing is fused there.
foreach(isa ${LIMBER_KERNEL_ISAS})
  if(NOT isa STREQUAL "scalar")
    set_source_files_properties(${CMAKE_SOURCE_DIR}/src/joint/opening_lanes_${isa}.cpp PROPERTIES
      COMPILE_OPTIONS "$<IF:$<CONFIG:Asan>,-O1,-O3>;${flags_${isa}}")
  endif()
endforeach()

# Rivals in the benchmark get every instruction this machine has, too. Boost.odeint copies members
# it has not set yet, which g++ 12 warns of at -O3.
set_source_files_properties(${CMAKE_SOURCE_DIR}/bench/km_bench.cpp PROPERTIES
  COMPILE_OPTIONS "-O3;-march=native;-ffp-contract=fast;-Wno-uninitialized;-Wno-maybe-uninitialized")
